"""
The shared record format for cases in which a notice is used against a person.

Its public names stand in ``__init__.pyi``, and each is imported when it is first used.
"""

from importlib import import_module

__version__ = "0.1.0"


def _homes(file: str) -> dict[str, str]:
    """
    The names that *file* of this package imports under their own, each with its module.
    """
    homes: dict[str, str] = {}
    # By the loader, which also finds it in a zip file.
    text: bytes = globals()["__spec__"].loader.get_data(f"{__path__[0]}/{file}")
    for line in text.decode().splitlines():
        match line.partition("#")[0].split():
            case ["from", module, "import", "*"]:
                inner = f"{module.partition('.')[2].replace('.', '/')}/__init__.py"
                homes |= dict.fromkeys(_homes(inner), module)
            case ["from", module, "import", name, "as", same] if name == same:
                homes[name] = module
    return homes


_HOMES = _homes("__init__.pyi")
# Type checkers have the names from the stub, and need not understand this.
__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES[name]
    if home == __name__:  # a module of this package
        value: object = import_module(f"{home}.{name}")
    else:
        value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
