import type { Strings } from './strings.js';

const es: Strings = {
  by: (names) => `Por ${names}`,
  untitled: 'Sin título',
  empty: 'Todavía no hay artículos.',
  more: 'Más artículos',
  moreShown: (count) =>
    count === 1 ? 'Se muestra 1 artículo más' : `Se muestran ${count} artículos más`,
  noMore: 'No hay más artículos',
  waiting: (count) =>
    count === 1 ? 'Mostrar 1 artículo nuevo' : `Mostrar ${count} artículos nuevos`,
  moreFromAuthor: 'Más de esta firma',
  loading: 'Cargando',
  unreachable: 'No se pudo acceder a este contenido.',
  missing: 'Este contenido no está disponible.',
  failed: 'No se pudo mostrar este contenido.',
  retry: 'Reintentar',
};

export default es;
