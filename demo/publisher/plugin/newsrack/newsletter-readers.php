<?php
/** The confirmed readers as a file for whatever sends the newsletter; WordPress' privacy tools know them, too. */

namespace Newsrack;

defined('ABSPATH') || exit;

const READERS_ACTION = 'newsrack_readers';

function show_readers_link(): void
{
    printf(
        '<p><a class="button" href="%s">%s</a></p>',
        esc_url(wp_nonce_url(admin_url('admin-post.php?action=' . READERS_ACTION), READERS_ACTION)),
        esc_html__('Download the newsletter’s confirmed readers (CSV)', 'newsrack')
    );
}

add_action('admin_post_' . READERS_ACTION, function () {
    if (!current_user_can('manage_options')) {
        wp_die(esc_html__('You may not do that.', 'newsrack'), '', ['response' => 403]);
    }
    check_admin_referer(READERS_ACTION);
    global $wpdb;
    $table = readers_table();
    $readers = $wpdb->get_results("SELECT email, name, lists, consent, page, language, confirmed FROM $table WHERE confirmed > 0 ORDER BY confirmed", ARRAY_N);
    nocache_headers();
    header('Content-Type: text/csv; charset=utf-8');
    header('Content-Disposition: attachment; filename="newsletter-readers.csv"');
    $file = fopen('php://output', 'w');
    fputcsv($file, ['email', 'name', 'lists', 'consent', 'page', 'language', 'confirmed'], ',', '"', '');
    foreach ($readers as $reader) {
        $reader[] = gmdate('c', (int) array_pop($reader));
        // A spreadsheet would run what a stranger typed as a formula.
        fputcsv($file, preg_replace('/^(?=[=+\-@\t\r])/', "'", $reader), ',', '"', '');
    }
    exit;
});

add_filter('wp_privacy_personal_data_erasers', function ($erasers) {
    $erasers['newsrack'] = [
        'eraser_friendly_name' => __('Newsletter (Newsrack)', 'newsrack'),
        'callback' => function (string $email) {
            global $wpdb;
            $gone = $wpdb->delete(readers_table(), ['email' => strtolower(trim($email))]);
            return ['items_removed' => (bool) $gone, 'items_retained' => false, 'messages' => [], 'done' => true];
        },
    ];
    return $erasers;
});
