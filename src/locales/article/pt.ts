import type { ArticleStrings } from './strings.js';

const pt: ArticleStrings = {
  originally: (publisher) => `Publicado originalmente por ${publisher}`,
  updated: (date) => `Atualizado: ${date}`,
  readingTime: (minutes) => `${minutes} min de leitura`,
  membersOnly: 'Este artigo é só para assinantes.',
  protected: 'Este artigo está protegido por senha.',
  readAt: (publisher) => `Ler em ${publisher}`,
  aboutAuthors: () => 'Quem assina',
  table: 'Tabela',
};

export default pt;
