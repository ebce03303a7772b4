"""The parts that screens are made of; they load no files and compute no scores."""
