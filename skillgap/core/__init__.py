"""The domain: values in, values out; no clock, disk, random or screen."""
