<?php
/**
 * Answers that are the same for everybody may be read by every site and kept by every cache: the
 * public GET routes that widgets read, asked by nobody in particular.
 *
 * WordPress echoes the asking site in `Access-Control-Allow-Origin`; a CDN that ignores `Vary` would
 * give one partner's answer to the next, whose browser refuses it. `*` is right for all of them.
 */

namespace Newsrack;

defined('ABSPATH') || exit;

const PUBLIC_ROUTE = '#^/wp/v2/(posts|users|categories|tags|media|comments)(/\d+)?$#';

// Before WordPress' own headers, at 10.
add_filter('rest_pre_serve_request', function ($served, $result, $request) {
    if (!is_public_request($request)) {
        return $served;
    }
    remove_filter('rest_pre_serve_request', 'rest_send_cors_headers');
    header('Access-Control-Allow-Origin: *');
    if (may_be_kept($result)) {
        // A reader who has commented wants to see it: comments are asked for each time, which an ETag makes cheap.
        $seconds = strpos($request->get_route(), '/wp/v2/comments') === 0 ? 0 : setting('keep');
        header("Cache-Control: public, max-age=$seconds" . ($seconds ? '' : ', must-revalidate'));
    }
    return $served;
}, 5, 3);

// The first moment at which the whole body is known.
add_filter('rest_pre_echo_response', function ($data, $server, $request) {
    if (!is_public_request($request) || http_response_code() !== 200 || sent_header('Set-Cookie')) {
        return $data;
    }
    $etag = '"' . md5((string) wp_json_encode($data)) . '"';
    header("ETag: $etag");
    if (!knows_etag((string) $request->get_header('if_none_match'), $etag)) {
        return $data;
    }
    status_header(304);
    // WordPress sends no body for null.
    return null;
}, 100, 3);

// With a login's cookie but without its nonce WordPress answers as to a stranger, and allows caches to keep that.
add_filter('rest_send_nocache_headers', fn ($send) => $send || has_login());

function is_public_request(\WP_REST_Request $request): bool
{
    return in_array($request->get_method(), ['GET', 'HEAD'], true)
        && preg_match(PUBLIC_ROUTE, $request->get_route())
        && in_array($request['context'] ?? 'view', ['view', 'embed'], true)
        && !isset($request['password'])
        && !isset($_GET['_jsonp'])
        && !isset($_GET['_envelope'])
        && !is_user_logged_in()
        && !has_login();
}

/** Whether a request says who is asking, in any of WordPress' ways. */
function has_login(): bool
{
    foreach (array_keys($_COOKIE) as $name) {
        if (preg_match('/^(wordpress_(logged_in|sec)_|wp-postpass_)/', (string) $name)) {
            return true;
        }
    }
    return !empty($_SERVER['HTTP_AUTHORIZATION'])
        || !empty($_SERVER['PHP_AUTH_USER'])
        || !empty($_SERVER['HTTP_X_WP_NONCE'])
        || isset($_REQUEST['_wpnonce']);
}

function may_be_kept(\WP_HTTP_Response $result): bool
{
    // Another plugin may have said otherwise, or be about to remember this visitor.
    return $result->get_status() === 200 && !sent_header('Cache-Control') && !sent_header('Set-Cookie');
}

function sent_header(string $name): bool
{
    foreach (headers_list() as $line) {
        if (stripos($line, "$name:") === 0) {
            return true;
        }
    }
    return false;
}

/** Servers that compress make an ETag weak (`W/"…"`) or append `-gzip` to it; it still means this body. */
function knows_etag(string $sent, string $etag): bool
{
    foreach (explode(',', $sent) as $known) {
        $known = preg_replace(['#^W/#', '/-(gzip|br|zstd)"$/'], ['', '"'], trim($known));
        if ($known === $etag || $known === '*') {
            return true;
        }
    }
    return false;
}
