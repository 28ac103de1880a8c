<?php
/** What readers of the newsletter get to see: the mail, and the pages behind its link and behind a form without script. */

namespace Newsrack;

defined('ABSPATH') || exit;

const NEWSLETTER_TEXTS = [
    'en' => [
        'subject' => 'Confirm your newsletter from %s',
        'mail' => "Somebody, probably you, asked for the newsletter of %1\$s.\n\nFollow this link to confirm it:\n%2\$s\n\nIf it was not you, do nothing: no other mail will come.",
        'confirm' => 'Almost done: we have sent you a mail. Follow its link to confirm.',
        'already' => 'You already get this newsletter.',
        'question' => 'Do you want to get this newsletter?',
        'button' => 'Yes, confirm',
        'confirmed' => 'Confirmed. From now on you get the newsletter.',
        'unknown-link' => 'This link is not known. Perhaps a part of it is missing.',
        'invalid_email' => 'This is not an e-mail address. Please go back and correct it.',
        'too_many_requests' => 'Too many attempts. Please try again in ten minutes.',
        'failed' => 'Something went wrong. Please go back and try again.',
    ],
    'es' => [
        'subject' => 'Confirme su boletín de %s',
        'mail' => "Alguien, probablemente usted, ha pedido el boletín de %1\$s.\n\nAbra este enlace para confirmarlo:\n%2\$s\n\nSi no ha sido usted, no haga nada: no recibirá ningún otro correo.",
        'confirm' => 'Ya casi está: le hemos enviado un correo. Abra su enlace para confirmar.',
        'already' => 'Ya recibe este boletín.',
        'question' => '¿Quiere recibir este boletín?',
        'button' => 'Sí, confirmar',
        'confirmed' => 'Confirmado. Desde ahora recibirá el boletín.',
        'unknown-link' => 'No conocemos este enlace. Quizá le falte una parte.',
        'invalid_email' => 'No es una dirección de correo. Vuelva atrás y corríjala.',
        'too_many_requests' => 'Demasiados intentos. Vuelva a probar en diez minutos.',
        'failed' => 'Algo ha fallado. Vuelva atrás y pruebe de nuevo.',
    ],
    'pt' => [
        'subject' => 'Confirme a newsletter de %s',
        'mail' => "Alguém, provavelmente você, pediu a newsletter de %1\$s.\n\nAbra este link para confirmar:\n%2\$s\n\nSe não foi você, não faça nada: nenhum outro e-mail será enviado.",
        'confirm' => 'Quase pronto: enviamos um e-mail. Abra o link para confirmar.',
        'already' => 'Você já recebe esta newsletter.',
        'question' => 'Quer receber esta newsletter?',
        'button' => 'Sim, confirmar',
        'confirmed' => 'Confirmado. A partir de agora você recebe a newsletter.',
        'unknown-link' => 'Não conhecemos este link. Talvez falte uma parte.',
        'invalid_email' => 'Isto não é um endereço de e-mail. Volte e corrija.',
        'too_many_requests' => 'Tentativas demais. Tente de novo em dez minutos.',
        'failed' => 'Algo deu errado. Volte e tente de novo.',
    ],
];

add_action('template_redirect', function () {
    if (isset($_GET['newsrack-confirm'])) {
        // A link in a mail has no nonce: its token is the secret.
        $reader = reader_of(asked_for('newsrack-confirm'));
        if (!$reader) {
            show_newsletter_page('unknown-link', accepted_language(), 404);
        }
        // Programs that guard a mailbox open every link in it: only the button confirms.
        if (($_SERVER['REQUEST_METHOD'] ?? '') === 'POST') {
            confirm_reader($reader);
            wp_safe_redirect(confirmation_link($reader), 303);
            exit;
        }
        show_newsletter_page($reader->confirmed ? 'confirmed' : 'question', $reader->language);
    }
    if (isset($_GET['newsrack-answer'])) {
        show_newsletter_page(asked_for('newsrack-answer'), asked_for('newsrack-language'));
    }
});

function asked_for(string $name): string
{
    $value = wp_unslash($_GET[$name] ?? '');
    return is_string($value) ? sanitize_text_field($value) : '';
}

/** A browser that sent a form and wants to show what comes back; script asks for JSON. */
function is_plain_form(\WP_REST_Request $request): bool
{
    return in_array($request->get_content_type()['value'] ?? '', ['application/x-www-form-urlencoded', 'multipart/form-data'], true)
        && str_contains((string) $request->get_header('accept'), 'text/html');
}

/** Leads to a page of its own, so that a reload does not send the form again. */
function answer_with_page($answer, string $language): \WP_REST_Response
{
    $response = new \WP_REST_Response(null, 303);
    $response->header('Location', add_query_arg([
        'newsrack-answer' => is_wp_error($answer) ? $answer->get_error_code() : $answer['status'],
        'newsrack-language' => $language,
    ], home_url('/')));
    return $response;
}

function confirmation_link(object $reader): string
{
    return add_query_arg('newsrack-confirm', $reader->token, home_url('/'));
}

function mail_confirmation(object $reader): bool
{
    $texts = newsletter_texts($reader->language);
    // The reader's name is left out: a stranger could write to others with it.
    return wp_mail(
        $reader->email,
        sprintf($texts['subject'], site_name()),
        sprintf($texts['mail'], site_name(), confirmation_link($reader))
    );
}

function reader_language(\WP_REST_Request $request): string
{
    $asked = is_string($request['language']) ? strtolower(substr($request['language'], 0, 2)) : '';
    return isset(NEWSLETTER_TEXTS[$asked]) ? $asked : accepted_language();
}

function accepted_language(): string
{
    preg_match('/\b(en|es|pt)\b/i', sanitize_text_field(wp_unslash($_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? '')), $found);
    return strtolower($found[1] ?? 'en');
}

function newsletter_texts(string $language): array
{
    return NEWSLETTER_TEXTS[$language] ?? NEWSLETTER_TEXTS['en'];
}

function site_name(): string
{
    return wp_specialchars_decode(get_option('blogname'), ENT_QUOTES);
}

function show_newsletter_page(string $key, string $language, int $status = 200): void
{
    $language = isset(NEWSLETTER_TEXTS[$language]) ? $language : 'en';
    $texts = newsletter_texts($language);
    $text = in_array($key, ['subject', 'mail', 'button'], true) ? $texts['failed'] : $texts[$key] ?? $texts['failed'];
    $button = $key !== 'question' ? '' : '<form method="post"><button>' . esc_html($texts['button']) . '</button></form>';
    status_header($status);
    nocache_headers();
    header('Content-Type: text/html; charset=utf-8');
    header('Referrer-Policy: no-referrer');
    printf(
        '<!doctype html><html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            . '<meta name="robots" content="noindex"><title>%2$s · %3$s</title>'
            . '<style>:root{color-scheme:light dark}body{max-width:34rem;margin:15vh auto;padding:0 1rem;font:1.2rem/1.5 Georgia,serif}'
            . 'button{padding:.6em 1.2em;border:0;border-radius:.4em;background:#0b57d0;color:#fff;font:inherit}</style></head>'
            . '<body><main><h1>%3$s</h1><p role="status">%2$s</p>%5$s<p><a href="%4$s">%3$s</a></p></main></body></html>',
        $language,
        esc_html($text),
        esc_html(site_name()),
        esc_url(home_url('/')),
        $button
    );
    exit;
}
