import type { NewsletterFormStrings } from './strings.js';

const es: NewsletterFormStrings = {
  email: 'Correo electrónico',
  name: 'Nombre (opcional)',
  join: 'Suscribirme',
  sending: 'Enviando…',
  subscribed: 'Tu suscripción está lista. ¡Gracias!',
  confirm: 'Revisa tu correo: abre el enlace de nuestro mensaje para confirmar.',
  already: 'Este correo ya está suscrito.',
  noAddress: 'Ingresa tu correo electrónico.',
  badAddress: 'Ingresa un correo como nombre@ejemplo.com.',
  refused: 'Este correo no fue aceptado. Revísalo, por favor.',
  noConsent: 'Marca la casilla para suscribirte.',
  again: 'Presiona el botón una vez más, por favor.',
  wait: (minutes) =>
    `Demasiados intentos. Inténtalo de nuevo ${minutes ? `en ${minutes} minuto${minutes === 1 ? '' : 's'}` : 'más tarde'}.`,
  page: (host) => `Termina tu suscripción en ${host}`,
  opened: (host) => `Termina tu suscripción en la página de ${host}, en una pestaña nueva.`,
  unsent: 'No llegó respuesta que confirme la suscripción. Lo que escribiste sigue aquí.',
  frame: (host) => `Boletín de ${host}`,
};

export default es;
