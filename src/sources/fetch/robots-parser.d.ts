/** As the package exports it; its own types describe another kind of module. */
declare module 'robots-parser' {
  interface ParsedRobots {
    isAllowed(url: string, agent?: string): boolean | undefined;
    /** In seconds. */
    getCrawlDelay(agent?: string): number | undefined;
  }

  export default function robotsParser(url: string, text: string): ParsedRobots;
}
