import sys, threading
def leaves():
    print("leaving")
    sys.exit(5)
t = threading.Thread(target=leaves); t.start(); t.join()
print("main still here")
