<?php
/**
 * A comment that was sent twice exists once. Every comment from a partner's page carries a random
 * `newsrack_key`; when the answer never came, the page sends the same comment with the same key again,
 * and is answered with the first one: before WordPress looks for floods and duplicates, and also when
 * the comment is held and could not be read back.
 */

namespace Newsrack;

defined('ABSPATH') || exit;

const COMMENT_KEY = 'newsrack_key';
/** Seconds after which the lock of a request that died is taken over. */
const KEY_LOCK_LASTS = 30;
/** Seconds for which a request waits for another one with the same key. */
const KEY_LOCK_PATIENCE = 15;

add_action('rest_api_init', function () {
    register_rest_field('comment', COMMENT_KEY, [
        'schema' => [
            'description' => 'Chosen by the sender; a repeated key for the same post is answered with the first comment.',
            'type' => 'string',
            'minLength' => 8,
            'maxLength' => 64,
            'pattern' => '^[A-Za-z0-9_-]+$',
            'context' => [],
        ],
    ]);
});

add_filter('rest_dispatch_request', function ($answer, $request, $route, $handler) {
    if ($answer !== null || !has_comment_key($request, $handler)) {
        return $answer;
    }
    if (!lock_comment_key($request)) {
        return new \WP_Error('newsrack_comment_pending', 'This comment is just being sent.', ['status' => 503]);
    }
    $unlock = function ($answer, $handler, $answered) use ($request, &$unlock) {
        if ($answered === $request) {
            unlock_comment_key($request);
            remove_filter('rest_request_after_callbacks', $unlock);
        }
        return $answer;
    };
    add_filter('rest_request_after_callbacks', $unlock, 10, 3);
    $first = first_comment_with_key($request);
    if (!$first) {
        return null;
    }
    $request->set_param('context', current_user_can('moderate_comments') ? 'edit' : 'view');
    return $handler['callback'][0]->prepare_item_for_response($first, $request);
}, 10, 4);

add_filter('rest_pre_insert_comment', function ($comment, $request) {
    if (!is_wp_error($comment) && $request[COMMENT_KEY]) {
        $comment['comment_meta'][COMMENT_KEY] = $request[COMMENT_KEY];
    }
    return $comment;
}, 10, 2);

function has_comment_key(\WP_REST_Request $request, array $handler): bool
{
    return $request->get_method() === 'POST'
        && is_array($handler['callback'] ?? null)
        && $handler['callback'][0] instanceof \WP_REST_Comments_Controller
        && $handler['callback'][1] === 'create_item'
        && $request[COMMENT_KEY];
}

function first_comment_with_key(\WP_REST_Request $request): ?\WP_Comment
{
    $found = [];
    // "any" is neither spam nor what an editor threw away.
    foreach (['any', 'spam', 'trash'] as $status) {
        $found = $found ?: get_comments([
            'post_id' => $request['post'],
            'meta_key' => COMMENT_KEY,
            'meta_value' => $request[COMMENT_KEY],
            'status' => $status,
            'number' => 1,
            'order' => 'ASC',
        ]);
    }
    return $found[0] ?? null;
}

function comment_key_lock(\WP_REST_Request $request): string
{
    return 'newsrack_lock_' . md5($request['post'] . ' ' . $request[COMMENT_KEY]);
}

/** Only one request with a key works at a time: an option's name is unique, whichever the database. */
function lock_comment_key(\WP_REST_Request $request): bool
{
    global $wpdb;
    $name = comment_key_lock($request);
    $give_up = time() + KEY_LOCK_PATIENCE;
    do {
        $now = time();
        $taken = $wpdb->query($wpdb->prepare(
            "INSERT IGNORE INTO $wpdb->options (option_name, option_value, autoload) VALUES (%s, %s, 'no')",
            $name,
            $now
        )) ?: $wpdb->query($wpdb->prepare(
            "UPDATE $wpdb->options SET option_value = %s WHERE option_name = %s AND option_value < %s",
            $now,
            $name,
            $now - KEY_LOCK_LASTS
        ));
        if ($taken) {
            return true;
        }
        usleep(100_000);
    } while (time() < $give_up);
    return false;
}

function unlock_comment_key(\WP_REST_Request $request): void
{
    global $wpdb;
    $wpdb->delete($wpdb->options, ['option_name' => comment_key_lock($request)]);
}
