//! Graph and camera to a display list; knows no browser.
