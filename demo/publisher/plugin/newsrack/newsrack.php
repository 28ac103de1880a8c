<?php
/**
 * Plugin Name:       Newsrack
 * Description:       Lets partners' pages show your articles, carry your readers' comments and win readers for your newsletter, and gives each article an "Embed this" button.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Newsrack authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       newsrack
 *
 * The MIT licence is compatible with WordPress' GPLv2 or later.
 */

namespace Newsrack;

defined('ABSPATH') || exit;

require __DIR__ . '/settings.php';
require __DIR__ . '/settings-page.php';
require __DIR__ . '/public-routes.php';
require __DIR__ . '/comments.php';
require __DIR__ . '/comment-keys.php';
require __DIR__ . '/newsletter.php';
require __DIR__ . '/newsletter-pages.php';
require __DIR__ . '/newsletter-readers.php';
require __DIR__ . '/embed-button.php';
require __DIR__ . '/oembed.php';

register_activation_hook(__FILE__, __NAMESPACE__ . '\readers_table');
register_deactivation_hook(__FILE__, __NAMESPACE__ . '\forget_passing_things');

/** Locks and counters that end by themselves within minutes; readers and settings stay until the plugin is deleted. */
function forget_passing_things(): void
{
    global $wpdb;
    foreach (['newsrack_lock_', '_transient_newsrack_tries_', '_transient_timeout_newsrack_tries_'] as $start) {
        $wpdb->query($wpdb->prepare(
            "DELETE FROM $wpdb->options WHERE option_name LIKE %s",
            $wpdb->esc_like($start) . '%'
        ));
    }
}
