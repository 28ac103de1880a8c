<?php
/**
 * Readers who want the newsletter, from a form on a partner's page:
 *
 *   POST /wp-json/newsrack/v1/newsletter  {email, name?, list?, consent?, page?, language?}
 *
 * It answers `{"status": "confirm"}` until the reader has confirmed on the page behind the mailed link, and
 * `{"status": "already"}` afterwards. A form without script is answered with a page.
 */

namespace Newsrack;

defined('ABSPATH') || exit;

/** Requests from one address in ten minutes. */
const NEWSLETTER_TRIES = 30;
/** Seconds until the mail is sent once more. */
const MAIL_PAUSE = 60;
const READERS_TABLE_VERSION = '1';

add_action('rest_api_init', function () {
    if (!setting('newsletter')) {
        return;
    }
    register_rest_route('newsrack/v1', '/newsletter', [
        'methods' => 'POST',
        'permission_callback' => '__return_true',
        'callback' => function (\WP_REST_Request $request) {
            $answer = join_newsletter($request);
            return is_plain_form($request) ? answer_with_page($answer, reader_language($request)) : $answer;
        },
    ]);
});

/** @return array{status: string}|\WP_Error */
function join_newsletter(\WP_REST_Request $request)
{
    if (too_many_tries()) {
        return new \WP_Error('too_many_requests', 'Too many attempts. Please wait ten minutes.', ['status' => 429]);
    }
    $email = is_string($request['email']) ? strtolower(trim($request['email'])) : '';
    if (strlen($email) > 190 || !is_email($email)) {
        return new \WP_Error('invalid_email', 'This is not an e-mail address.', ['status' => 400]);
    }

    global $wpdb;
    $table = readers_table();
    // The unique address makes two requests at once one reader, and the update one mail.
    $wpdb->query($wpdb->prepare(
        "INSERT IGNORE INTO $table (email, name, lists, consent, page, language, token, joined, mailed)
         VALUES (%s, %s, %s, %s, %s, %s, %s, %d, 0)",
        $email,
        text_of($request['name'], 200),
        text_of($request['list'], 500),
        text_of($request['consent'], 2000),
        text_of($request['page'], 2000),
        reader_language($request),
        wp_generate_password(32, false),
        time()
    ));
    $reader = $wpdb->get_row($wpdb->prepare("SELECT * FROM $table WHERE email = %s", $email));
    if (!$reader) {
        return new \WP_Error('not_stored', 'The address could not be stored.', ['status' => 500]);
    }
    if ($reader->confirmed) {
        return ['status' => 'already'];
    }
    $due = $wpdb->query($wpdb->prepare(
        "UPDATE $table SET mailed = %d WHERE id = %d AND mailed <= %d",
        time(),
        $reader->id,
        time() - MAIL_PAUSE
    ));
    if ($due && !mail_confirmation($reader)) {
        $wpdb->update($table, ['mailed' => 0], ['id' => $reader->id]);
        return new \WP_Error('mail_failed', 'The mail could not be sent.', ['status' => 500]);
    }
    return ['status' => 'confirm'];
}

/** To whom the link with this token was mailed. */
function reader_of(string $token): ?object
{
    global $wpdb;
    $table = readers_table();
    return $token === '' ? null : $wpdb->get_row($wpdb->prepare("SELECT * FROM $table WHERE token = %s", $token));
}

function confirm_reader(object $reader): void
{
    global $wpdb;
    if (!$reader->confirmed) {
        $wpdb->update(readers_table(), ['confirmed' => time()], ['id' => $reader->id]);
    }
}

function readers_table(): string
{
    global $wpdb;
    $table = $wpdb->prefix . 'newsrack_readers';
    if (get_option('newsrack_readers_table') !== READERS_TABLE_VERSION) {
        require_once ABSPATH . 'wp-admin/includes/upgrade.php';
        dbDelta("CREATE TABLE $table (
            id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
            email varchar(190) NOT NULL,
            name text NOT NULL,
            lists text NOT NULL,
            consent text NOT NULL,
            page text NOT NULL,
            language varchar(2) NOT NULL,
            token varchar(32) NOT NULL,
            joined bigint(20) unsigned NOT NULL,
            mailed bigint(20) unsigned NOT NULL,
            confirmed bigint(20) unsigned NOT NULL DEFAULT 0,
            PRIMARY KEY  (id),
            UNIQUE KEY email (email),
            UNIQUE KEY token (token)
        ) {$wpdb->get_charset_collate()};");
        update_option('newsrack_readers_table', READERS_TABLE_VERSION);
    }
    return $table;
}

function too_many_tries(): bool
{
    $limit = defined('NEWSRACK_NEWSLETTER_TRIES') ? NEWSRACK_NEWSLETTER_TRIES : NEWSLETTER_TRIES;
    $name = 'newsrack_tries_' . md5(sanitize_text_field(wp_unslash($_SERVER['REMOTE_ADDR'] ?? '')));
    // Ten minutes from the first try, not from one tick of the clock to the next.
    [$tries, $end] = get_transient($name) ?: [0, time() + 600];
    set_transient($name, [$tries + 1, $end], max(1, $end - time()));
    return $tries >= $limit;
}

/** What a form sends may be a list, a box that was ticked, or text of any length. */
function text_of($value, int $length): string
{
    $values = array_filter((array) $value, 'is_scalar');
    return mb_substr(sanitize_textarea_field(implode(' ', array_map('strval', $values))), 0, $length);
}
