import type { NewsletterFormStrings } from './strings.js';

const pt: NewsletterFormStrings = {
  email: 'E-mail',
  name: 'Nome (opcional)',
  join: 'Quero receber',
  sending: 'Enviando…',
  subscribed: 'Sua inscrição está pronta. Agradecemos!',
  confirm: 'Confira seu e-mail: abra o link da nossa mensagem para confirmar.',
  already: 'Este e-mail já está inscrito.',
  noAddress: 'Digite seu e-mail.',
  badAddress: 'Digite um e-mail como nome@exemplo.com.',
  refused: 'Este e-mail não foi aceito. Confira o endereço, por favor.',
  noConsent: 'Marque a caixa para se inscrever.',
  again: 'Aperte o botão mais uma vez, por favor.',
  wait: (minutes) =>
    `Muitas tentativas. Tente de novo ${minutes ? `em ${minutes} minuto${minutes === 1 ? '' : 's'}` : 'mais tarde'}.`,
  page: (host) => `Conclua sua inscrição em ${host}`,
  opened: (host) => `Conclua sua inscrição na página de ${host}, em uma nova aba.`,
  unsent: 'Não veio resposta que confirme a inscrição. O que você digitou continua aqui.',
  frame: (host) => `Newsletter de ${host}`,
};

export default pt;
