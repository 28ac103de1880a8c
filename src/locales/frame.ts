/** What the frame page says where it may not show what it was asked for. */
export const unavailable: Record<string, string> = {
  en: 'This content is not available here.',
  es: 'Este contenido no está disponible aquí.',
  pt: 'Este conteúdo não está disponível aqui.',
};
