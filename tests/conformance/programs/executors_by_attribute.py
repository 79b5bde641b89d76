import concurrent.futures
import concurrent.futures as cf

if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor(1) as e:
        print(e.submit(abs, -3).result())
    with cf.ThreadPoolExecutor(1) as e:
        print(e.submit(abs, -3).result())
    try:
        cf.nothing
    except AttributeError as error:
        print(error)
