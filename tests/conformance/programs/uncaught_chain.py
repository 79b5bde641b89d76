class Broken(Exception):
    pass
def load(name):
    try:
        return {}[name]
    except KeyError as e:
        raise Broken(f"no {name}") from e
load("config")
