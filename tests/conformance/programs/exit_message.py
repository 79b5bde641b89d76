import sys
def stop():
    try:
        sys.exit("something went wrong")
    finally:
        print("cleanup")
stop()
