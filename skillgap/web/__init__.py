"""The app in a browser: who may connect, and one process of the app for each connection. An optional extra."""

from __future__ import annotations
