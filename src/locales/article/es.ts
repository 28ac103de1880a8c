import type { ArticleStrings } from './strings.js';

const es: ArticleStrings = {
  originally: (publisher) => `Publicado originalmente por ${publisher}`,
  updated: (date) => `Actualizado: ${date}`,
  readingTime: (minutes) => `${minutes} min de lectura`,
  membersOnly: 'Este artículo es solo para suscriptores.',
  protected: 'Este artículo está protegido con una contraseña.',
  readAt: (publisher) => `Leerlo en ${publisher}`,
  aboutAuthors: (count) => (count === 1 ? 'Quién firma' : 'Quiénes firman'),
  table: 'Tabla',
};

export default es;
