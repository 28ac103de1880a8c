<?php
/** WordPress runs this when somebody deletes the plugin, after it asked whether the data may go, too. */

defined('WP_UNINSTALL_PLUGIN') || exit;

function newsrack_uninstall(): void
{
    global $wpdb;
    $wpdb->query("DROP TABLE IF EXISTS {$wpdb->prefix}newsrack_readers");
    $wpdb->query($wpdb->prepare(
        "DELETE FROM $wpdb->options WHERE option_name LIKE %s OR option_name LIKE %s OR option_name LIKE %s",
        $wpdb->esc_like('newsrack_lock_') . '%',
        $wpdb->esc_like('_transient_newsrack_') . '%',
        $wpdb->esc_like('_transient_timeout_newsrack_') . '%'
    ));
    delete_option('newsrack');
    delete_option('newsrack_readers_table');
    delete_metadata('comment', 0, 'newsrack_key', '', true);
}

if (is_multisite()) {
    foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $newsrack_site) {
        switch_to_blog($newsrack_site);
        newsrack_uninstall();
        restore_current_blog();
    }
} else {
    newsrack_uninstall();
}
