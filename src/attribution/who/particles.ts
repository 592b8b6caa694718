const PARTICLES = new Set('de da di du del della der den van von al el bin ibn la le dos ter'.split(' '));

/** Whether a folded word is one of the small ones within names: "van der Roe". */
export const isParticle = (key: string): boolean => PARTICLES.has(key);
