import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The preview's script, put together out of the TypeScript in `folder`; written to `outfile` where one is named. esbuild is
 * there only where Parley is built, so it is loaded only here; throws its error when the script cannot be made.
 */
export async function bundleClient(folder: string, outfile?: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'preview-page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    tsconfig: path.join(folder, 'tsconfig.json'),
  });
  const script = outputFiles[0]?.text ?? '';
  if (outfile !== undefined) await writeFile(outfile, script);
  return script;
}
