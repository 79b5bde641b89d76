import threading
def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
def fails():
    {}["x"]
t = threading.Thread(target=fails, name="bad"); t.start(); t.join()
