/** The JSON object in a model's answer, which may think aloud before it or fence it in. Throws when there is none. */
export function readModelJson(text: string): unknown {
  const said = text.replace(/<think>[\s\S]*?<\/think>/g, '');
  const [start, end] = [said.indexOf('{'), said.lastIndexOf('}')];
  if (start < 0 || end < start) throw new Error('there is no JSON object in the answer');
  return JSON.parse(said.slice(start, end + 1));
}
