import sys, threading
def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value)
    if args.exc_type is KeyError:
        raise ValueError("in the hook")
    threading.__excepthook__(args)
threading.excepthook = hook
def run(function):
    t = threading.Thread(target=function, name="T")
    t.start()
    t.join()
    print(t.is_alive())
run(lambda: {}["x"])
run(lambda: 1 / 0)
run(lambda: sys.exit(3))
