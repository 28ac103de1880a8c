<?php
/**
 * Plugin Name: Newsrack
 * Description: What a publisher switches on so that partners' pages may show its articles, carry its
 *              readers' comments and win readers for its newsletter. WordPress itself serves
 *              everything else.
 */

defined('ABSPATH') || exit;

require __DIR__ . '/newsrack/comments.php';
require __DIR__ . '/newsrack/comment-keys.php';
require __DIR__ . '/newsrack/authors.php';
require __DIR__ . '/newsrack/newsletter.php';
require __DIR__ . '/newsrack/newsletter-pages.php';

// The demo's site keeps its mail in a file. A publisher's site sends it.
if (defined('NEWSRACK_KEEP_MAIL') && NEWSRACK_KEEP_MAIL) {
    require __DIR__ . '/newsrack/mail.php';
}
