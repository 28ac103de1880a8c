import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** As an application's build makes a script of a module, which imports packages of this project. */
export async function bundled(code: string, name = 'pasted.jsx'): Promise<string> {
  const file = join(import.meta.dirname, name);
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'pasted',
        resolveId: (id) => (id === file ? file : undefined),
        load: (id) => (id === file ? code : undefined),
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: file, output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return `<script type="module">${output[0].code.replaceAll('</script', '<\\/script')}</script>`;
}
