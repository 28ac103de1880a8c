export default { base: './', build: { outDir: 'built', emptyOutDir: true } };
