"""Line by line: results in words and questions on a pipe, without escape codes, redraws or box drawing."""

from __future__ import annotations
