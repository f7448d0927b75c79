"""Scrapy settings: each deviation with Scrapy's default and the reason."""

from ogpnews.contact import known_agent
from ogpnews.pipelines import ITEM_PIPELINES

__all__ = ["ITEM_PIPELINES"]

BOT_NAME = "ogpnews"  # scrapybot: names us in the log
SPIDER_LOADER_CLASS = "ogpnews.spiderloader.OutletLoader"  # SpiderLoader: one spider an outlet
USER_AGENT = known_agent()  # Scrapy/…: who we are, and who answers for us; docs/manners.md
DEFAULT_REQUEST_HEADERS = {  # Accept-Language en: the pages are Indonesian
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# Manners
ROBOTSTXT_OBEY = True  # False: what a site forbids is not fetched
ROBOTSTXT_USER_AGENT = "ogpnews"  # None (the whole USER_AGENT): robots.txt names products
DOWNLOAD_DELAY = 1.0  # 0: seconds; at 0 Scrapy 2.19 ignores the limit per domain, too
DOWNLOAD_DELAY_JITTER = 0.25  # 0.5: share of the delay; never less than three quarters of it
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # 8: many regional sites are small shared servers
CRAWL_DELAY_MAX = 60.0  # ours: seconds; a longer Crawl-delay is taken as this
RETRY_AFTER_DEFAULT = 30.0  # ours: seconds to wait after a 429 that does not say how long
RETRY_AFTER_MAX = (
    300.0  # ours: seconds; where a host asks for more, the outlet is left for this run
)
COOKIES_ENABLED = False  # True: no site needs to know us again
REFERER_ENABLED = False  # True: pages need no referrer, and it costs a header

# Bounds
CONCURRENT_REQUESTS = 16  # 16: kept; a spider has one host and holds few requests
CONCURRENT_ITEMS = (
    1  # 100: Scrapy 2.19 makes that many tasks for each response, of one item at most
)
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024  # 1 GiB: bytes, decompressed too; a sitemap may have 50 MB
DOWNLOAD_WARNSIZE = 0  # 32 MiB: the bound above is the warning
DOWNLOAD_TIMEOUT = 60  # 180: seconds for the whole answer, however steadily it trickles
FAILURES_IN_A_ROW = (
    20  # ours: requests without a good answer, after which an outlet is given up; 0: never
)
DEAD_LINKS_IN_A_ROW = 200  # ours: articles that are 404 or 410, likewise
REDIRECT_MAX_TIMES = 5  # 20: longer chains are loops
RETRY_TIMES = 2  # 2: kept
RETRY_HTTP_CODES = [500, 502, 503, 504, 522, 524, 408, 429]  # kept; after the pause asked for
METAREFRESH_ENABLED = False  # True: on news pages a meta refresh reloads the page itself
URLLENGTH_LIMIT = 2083  # 2083: kept
LISTING_PAGES = 20  # ours: pages of one listing
ARTICLE_PAGES = 30  # ours: pages of one article
SITEMAPS = 500  # ours: sitemaps of one outlet
WARC_SIZE = (
    1000  # ours: MB of one archive; WARC names the folder for them, without it there are none
)

# Safety of a crawl that nobody watches
DOWNLOAD_VERIFY_CERTIFICATES = True  # False: the text must come from the site that it names
TELNETCONSOLE_ENABLED = False  # True: a port that runs Python
REMOTE_CONTROL_ENABLED = False  # True: another one (new in 2.19)
DOWNLOAD_HANDLERS = {
    "http": "ogpnews.downloads.Bounded",  # HTTP11DownloadHandler: reads headers without end
    "https": "ogpnews.downloads.Bounded",
    **dict.fromkeys(("file", "ftp", "s3", "data")),  # on: links are input
}

# What runs
HTTPERROR_ALLOW_ALL = True  # False: the spider counts every status by name
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"  # RFPDupeFilter: the frontier does it
DOWNLOADER = "ogpnews.downloader.Downloader"  # Scrapy's, which waits where it is to stop
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # on: knows no ports
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # on: asks in every run
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # on: no site has a password of ours
    "ogpnews.endurance.Endurance": 40,
    "ogpnews.middlewares.OnSite": 50,
    "ogpnews.refusals.Refusals": 60,
    "ogpnews.robots.Robots": 100,
    "ogpnews.refusals.Walls": 560,
    "ogpnews.middlewares.PlainWhileCompressed": 595,
    "ogpnews.capture.Capture": 950,
}
SPIDER_MIDDLEWARES = dict.fromkeys(  # on: no callback of ours gives requests, so they find nothing
    f"scrapy.spidermiddlewares.{name}"
    for name in (
        "httperror.HttpErrorMiddleware",
        "urllength.UrlLengthMiddleware",
        "depth.DepthMiddleware",
    )
)
EXTENSIONS = {
    "ogpnews.pace.Pace": 0,
}
LOG_FORMATTER = "ogpnews.extensions.Lines"  # LogFormatter: prints whole pages
LOG_LEVEL = "INFO"  # DEBUG: a line a request fills disks
LOG_VERSIONS: list[str] = []  # a list of versions on each start: the run report has ours
STATS_DUMP = False  # True: the run report says it
WARN_ON_GENERATOR_RETURN_VALUE = False  # True: reads the spider's source on each response
