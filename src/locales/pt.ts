import type { Strings } from './strings.js';

const pt: Strings = {
  by: (names) => `Por ${names}`,
  untitled: 'Sem título',
  empty: 'Ainda não há artigos.',
  more: 'Mais artigos',
  moreShown: (count) => (count === 1 ? 'Mais 1 artigo exibido' : `Mais ${count} artigos exibidos`),
  noMore: 'Não há mais artigos',
  waiting: (count) => (count === 1 ? 'Mostrar 1 novo artigo' : `Mostrar ${count} novos artigos`),
  moreFromAuthor: 'Da mesma autoria',
  loading: 'Carregando',
  unreachable: 'Não foi possível acessar este conteúdo.',
  missing: 'Este conteúdo não está disponível.',
  failed: 'Não foi possível mostrar este conteúdo.',
  retry: 'Tentar de novo',
};

export default pt;
