import { stemOf } from '../terms.ts';

/** Words that tell the same in reports of talks: few, and none that means less or more than the others of its line. */
const SAME = [
  'main key principal central chief',
  'question issue matter topic',
  'settle solve resolve',
  'tough hard difficult complicated',
  'long lengthy prolonged',
  'begin start launch commence',
  'continue proceed',
  'talks negotiations conversation discussions dialogue consultations',
  'limit restrict curb constrain',
  'reduce cut lower decrease',
  'increase rise grow',
  'obtain receive',
  'help assist aid',
  'allow let permit',
  'soldiers troops forces',
  'arms weapons weaponry',
  'border frontier',
  'danger threat risk',
  'fast quick rapid swift',
  'understand grasp comprehend apprehend apprehension',
  'withdraw pull',
];
const MEANINGS: ReadonlyMap<string, string> = new Map(
  SAME.flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map(stemOf);
    return others.map((stem) => [stem, first] as const);
  }),
);

/** One stem for all that mean the same: "negoti" is "talk". */
export function meaningOf(stem: string): string {
  return MEANINGS.get(stem) ?? stem;
}
