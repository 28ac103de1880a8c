import type { Answer } from '../origin.js';

/**
 * What Ghost 5.130 answered, recorded from an installed one. Its answers have a 201 and a token as plain text, without a content
 * type.
 */
const cors = { 'access-control-allow-origin': '*' };
const error = (status: number, message: string, type: string, context: string | null): Answer => ({
  status,
  headers: cors,
  json: {
    errors: [
      {
        message,
        context,
        type,
        details: null,
        property: null,
        help: context,
        code: null,
        id: 'a4bf0e60-e7d9-11f1-aa1c-6d2427f92912',
        ghostErrorCode: null,
      },
    ],
  },
});

export const ghostAnswers = {
  token: {
    headers: cors,
    body: '1795506037410:cf97d6c9f6f936ec9255be9fd451bda4:38ae07c38c3836ecbca0fef082cdf06ea381fb644e1b843c28f9982b1277e1f3',
  },
  created: { status: 201, headers: cors, body: 'Created.' },
  badAddress: error(400, 'Email is not valid', 'BadRequestError', null),
  wrongToken: error(400, 'The request could not be understood.', 'BadRequestError', null),
  tooMany: error(
    429,
    'Too many different sign-in attempts, try again in 10 minutes',
    'TooManyRequestsError',
    'Too many login attempts.',
  ),
} satisfies Record<string, Answer>;

/** The body that was sent for the recorded `created`. */
export const ghostRequest = {
  email: 'subscriber@readers.example',
  name: 'Sub Scriber',
  emailType: 'subscribe',
  labels: ['partner'],
  integrityToken: ghostAnswers.token.body,
};
