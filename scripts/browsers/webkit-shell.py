"""A window of WebKitGTK on a profile that stays, driven by WebKitWebDriver.

WebKit's own MiniBrowser keeps nothing while it is driven, so that no database would outlive it.
Needs the libraries alone: webkit-shell.py PROFILE DOWNLOADS. What is printed lies among the downloads
as printed.pdf, on A4.
"""

import ctypes
import os
import sys

profile, downloads = (path.encode() for path in sys.argv[1:3])
os.makedirs(downloads, exist_ok=True)

pointer = ctypes.c_void_p
gtk = ctypes.CDLL("libgtk-3.so.0")
webkit = ctypes.CDLL("libwebkit2gtk-4.1.so.0")
gobject = ctypes.CDLL("libgobject-2.0.so.0")
for library, names in (
    (
        gtk,
        [
            "gtk_page_setup_new",
            "gtk_paper_size_new",
            "gtk_print_settings_new",
            "gtk_window_new",
        ],
    ),
    (
        webkit,
        [
            "webkit_application_info_new",
            "webkit_print_operation_new",
            "webkit_web_context_new_with_website_data_manager",
            "webkit_website_data_manager_new",
        ],
    ),
    (gobject, ["g_object_new"]),
):
    for name in names:
        getattr(library, name).restype = pointer
webkit.webkit_web_view_get_type.restype = ctypes.c_size_t

version_parts = [
    webkit.webkit_get_major_version,
    webkit.webkit_get_minor_version,
    webkit.webkit_get_micro_version,
]

kept = []
views = []
order = os.path.join(downloads, b"print-please")


def connect(thing, signal, answer, arguments):
    """Calls `answer` with so many pointers; what is called from C must never be collected."""
    call = ctypes.CFUNCTYPE(pointer, *[pointer] * arguments)(answer)
    kept.append(call)
    gobject.g_signal_connect_data(pointer(thing), signal, call, None, None, 0)


gtk.gtk_init(None, None)
data = webkit.webkit_website_data_manager_new(
    b"base-data-directory", profile + b"/data", b"base-cache-directory", profile + b"/cache", None
)
context = webkit.webkit_web_context_new_with_website_data_manager(pointer(data))
webkit.webkit_web_context_set_automation_allowed(pointer(context), 1)
languages = (ctypes.c_char_p * 2)(b"en-GB", None)
webkit.webkit_web_context_set_preferred_languages(pointer(context), languages)


def print_to_file():
    """A page that is driven does not print by itself, so that this is asked for by a file."""
    settings = pointer(gtk.gtk_print_settings_new())
    gtk.gtk_print_settings_set_printer(settings, b"Print to File")
    for key, value in (
        (b"output-file-format", b"pdf"),
        (b"output-uri", b"file://" + downloads + b"/printed.pdf"),
    ):
        gtk.gtk_print_settings_set(settings, key, value)
    page = pointer(gtk.gtk_page_setup_new())
    gtk.gtk_page_setup_set_paper_size(page, pointer(gtk.gtk_paper_size_new(b"iso_a4")))
    for edge in ("top", "bottom", "left", "right"):
        set_margin = getattr(gtk, f"gtk_page_setup_set_{edge}_margin")
        set_margin(page, ctypes.c_double(0), ctypes.c_int(2))
    operation = pointer(webkit.webkit_print_operation_new(pointer(views[-1])))
    webkit.webkit_print_operation_set_print_settings(operation, settings)
    webkit.webkit_print_operation_set_page_setup(operation, page)
    webkit.webkit_print_operation_print(operation)


def look_for_order(_data):
    if os.path.exists(order):
        os.remove(order)
        print_to_file()
    return 1


def create_web_view(_session, _data):
    view = gobject.g_object_new(
        ctypes.c_size_t(webkit.webkit_web_view_get_type()),
        b"web-context",
        pointer(context),
        b"is-controlled-by-automation",
        ctypes.c_int(1),
        None,
    )
    views.append(view)
    window = pointer(gtk.gtk_window_new(0))
    gtk.gtk_window_set_default_size(window, 1280, 800)
    gtk.gtk_container_add(window, pointer(view))
    gtk.gtk_widget_show_all(window)
    return view


def automation_started(_context, session, _data):
    info = pointer(webkit.webkit_application_info_new())
    webkit.webkit_application_info_set_name(info, b"Regulars")
    version = [ctypes.c_uint64(part()) for part in version_parts]
    webkit.webkit_application_info_set_version(info, *version)
    webkit.webkit_automation_session_set_application_info(pointer(session), info)
    connect(session, b"create-web-view", create_web_view, 2)


def decide_destination(download, suggested, _data):
    name = ctypes.cast(suggested, ctypes.c_char_p).value
    path = b"%s/%d-%s" % (downloads, len(os.listdir(downloads)), name)
    webkit.webkit_download_set_destination(pointer(download), b"file://" + path)
    return 1


def download_started(_context, download, _data):
    connect(download, b"decide-destination", decide_destination, 3)


connect(context, b"automation-started", automation_started, 3)
connect(context, b"download-started", download_started, 3)
glib = ctypes.CDLL("libglib-2.0.so.0")
look = ctypes.CFUNCTYPE(ctypes.c_int, pointer)(look_for_order)
glib.g_timeout_add(100, look, None)
gtk.gtk_main()
