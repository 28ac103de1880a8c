import type { CommentStrings } from './strings.js';

const es: CommentStrings = {
  comments: (count) =>
    count === undefined ? 'Comentarios' : count === 1 ? '1 comentario' : `${count} comentarios`,
  empty: 'Todavía no hay comentarios.',
  more: 'Más comentarios',
  moreShown: (count) =>
    count === 1 ? 'Se muestra 1 comentario más' : `Se muestran ${count} comentarios más`,
  noMore: 'No hay más comentarios',
  write: 'Agregar un comentario',
  answering: (name) => `Responder a ${name}`,
  cancel: 'Cancelar respuesta',
  name: 'Nombre',
  email: 'Correo electrónico',
  emailNote: 'No se mostrará.',
  text: 'Comentario',
  remember: 'Recordar mi nombre y mi correo en este sitio',
  send: 'Enviar',
  sendAgain: 'Enviar de nuevo',
  answer: 'Responder',
  answerTo: (name) => `Responder a ${name}`,
  inAnswerTo: (name) => `En respuesta a ${name}`,
  anonymous: 'Anónimo',
  removed: 'Este comentario fue eliminado.',
  waiting: 'Pendiente de aprobación. Solo tú puedes verlo.',
  closed: 'Los comentarios están cerrados.',
  joinIn: (host) => `Participa en la conversación en ${host}`,
  readAt: (host) => `Ver el artículo en ${host}`,
  needText: 'Primero escribe tu comentario.',
  needName: 'Ingresa tu nombre.',
  needEmail: 'Ingresa un correo electrónico válido, por ejemplo nombre@ejemplo.com.',
  sending: 'Enviando tu comentario',
  looking: 'No hubo respuesta. Estamos verificando si tu comentario llegó',
  unsent:
    'No hubo respuesta. Tu texto sigue aquí. Puedes enviarlo de nuevo; no aparecerá dos veces.',
  unsure:
    'Es posible que tu comentario haya llegado. Si lo envías de nuevo, podría aparecer dos veces.',
  offline: 'No tienes conexión. Tu texto sigue aquí; envíalo cuando vuelvas a conectarte.',
  again: 'Presiona el botón una vez más, por favor.',
  approved: 'Tu comentario fue publicado.',
  pending: 'Gracias. Tu comentario está pendiente de aprobación.',
  login: 'Para comentar debes iniciar sesión en el sitio del medio. Tu texto sigue aquí.',
  duplicate: 'Ya enviaste este comentario. Es posible que esté pendiente de aprobación.',
  flood: (seconds) =>
    `Demasiado rápido. Espera ${seconds} segundo${seconds === 1 ? '' : 's'} y envíalo de nuevo.`,
  tooLong: 'Tu comentario es demasiado largo. Acórtalo y envíalo de nuevo.',
  disallowed: 'El medio no acepta este comentario.',
  invalid: 'Falta algo. Revisa tu nombre, tu correo y tu comentario.',
  refused: (message) => `Tu comentario no fue aceptado. ${message}`.trim(),
};

export default es;
