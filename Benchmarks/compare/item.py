"""The register of what is timed: an identifier and a function that prepares the call."""
ITEMS = {}


def item(name):
    """Registers a function that returns the call to be timed, without its preparation."""
    def register(prepare):
        ITEMS[name] = prepare
        return prepare
    return register
