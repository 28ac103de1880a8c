<?php
/** No mail leaves this machine: it goes to a file, which the demo's page shows. */

namespace Newsrack\Demo;

/** One mail a line, as JSON. It is beside the database, so that it is put back with it. */
const MAIL_FILE = WP_CONTENT_DIR . '/database/mails.jsonl';

add_filter('pre_wp_mail', function ($sent, $mail) {
    $kept = [
        'to' => implode(', ', (array) $mail['to']),
        'subject' => $mail['subject'],
        'text' => $mail['message'],
        'date' => gmdate('c'),
    ];
    return file_put_contents(MAIL_FILE, wp_json_encode($kept) . "\n", FILE_APPEND | LOCK_EX) !== false;
}, 10, 2);

add_action('rest_api_init', function () {
    register_rest_route('newsrack/v1', '/mails', [
        'methods' => 'GET',
        'permission_callback' => '__return_true',
        'callback' => __NAMESPACE__ . '\kept_mails',
    ]);
});

/** @return array the newest first */
function kept_mails(): array
{
    $lines = is_file(MAIL_FILE) ? file(MAIL_FILE, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) : [];
    return array_reverse(array_map(fn ($line) => json_decode($line, true), $lines));
}
