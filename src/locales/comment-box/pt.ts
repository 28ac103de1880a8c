import type { CommentStrings } from './strings.js';

const pt: CommentStrings = {
  comments: (count) =>
    count === undefined ? 'Comentários' : count === 1 ? '1 comentário' : `${count} comentários`,
  empty: 'Ainda não há comentários.',
  more: 'Mais comentários',
  moreShown: (count) =>
    count === 1 ? 'Mais 1 comentário exibido' : `Mais ${count} comentários exibidos`,
  noMore: 'Não há mais comentários',
  write: 'Adicionar um comentário',
  answering: (name) => `Responder a ${name}`,
  cancel: 'Cancelar resposta',
  name: 'Nome',
  email: 'E-mail',
  emailNote: 'Não será exibido.',
  text: 'Comentário',
  remember: 'Lembrar meu nome e meu e-mail neste site',
  send: 'Enviar',
  sendAgain: 'Enviar de novo',
  answer: 'Responder',
  answerTo: (name) => `Responder a ${name}`,
  inAnswerTo: (name) => `Em resposta a ${name}`,
  anonymous: 'Anônimo',
  removed: 'Este comentário foi removido.',
  waiting: 'Aguardando aprovação. Só você pode vê-lo.',
  closed: 'Os comentários estão encerrados.',
  joinIn: (host) => `Participe da conversa em ${host}`,
  readAt: (host) => `Ver o artigo em ${host}`,
  needText: 'Escreva seu comentário primeiro.',
  needName: 'Informe seu nome.',
  needEmail: 'Informe um e-mail válido, por exemplo nome@exemplo.com.',
  sending: 'Enviando seu comentário',
  looking: 'Não houve resposta. Verificando se o seu comentário chegou',
  unsent:
    'Não houve resposta. Seu texto continua aqui. Você pode enviá-lo de novo; ele não aparecerá duas vezes.',
  unsure: 'Seu comentário pode ter chegado. Se você enviar de novo, ele pode aparecer duas vezes.',
  offline: 'Você está sem conexão. Seu texto continua aqui; envie-o quando a conexão voltar.',
  again: 'Aperte o botão mais uma vez, por favor.',
  approved: 'Seu comentário foi publicado.',
  pending: 'Obrigado. Seu comentário está aguardando aprovação.',
  login: 'Para comentar, entre na sua conta no site do veículo. Seu texto continua aqui.',
  duplicate: 'Você já enviou este comentário. Ele pode estar aguardando aprovação.',
  flood: (seconds) =>
    `Rápido demais. Aguarde ${seconds} segundo${seconds === 1 ? '' : 's'} e envie de novo.`,
  tooLong: 'Seu comentário é longo demais. Encurte-o e envie de novo.',
  disallowed: 'O veículo não aceita este comentário.',
  invalid: 'Está faltando algo. Confira seu nome, seu e-mail e seu comentário.',
  refused: (message) => `Seu comentário não foi aceito. ${message}`.trim(),
};

export default pt;
