import react from '@vitejs/plugin-react';

export default { base: './', plugins: [react()], build: { outDir: 'built', emptyOutDir: true } };
