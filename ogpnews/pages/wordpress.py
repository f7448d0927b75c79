"""WordPress: the names that its themes share."""

from ogpnews.pages.base import Page


class WordPress(Page):
    """Themes with `entry-content` and the like; bylines, captions and dates by the generic reading."""

    family = "wordpress"
    mark = ".td-post-content, .entry-content, .post.type-post, .hentry, .jeg_post_title"
    selectors = {
        "title": "h1.entry-title, h1.post-title, h1.jeg_post_title, .td-post-title h1, h1.single-title,"
        " h1.tdb-title-text",
        "source": ".td-post-source-via a, .post-source a",
    }
