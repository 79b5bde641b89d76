# Workers that fetch (function, arguments) pairs until they get a None each; answers come back in any order.
from multiprocessing import Process, Queue


def area(width, height):
    return width * height


def outline(width, height):
    return 2 * (width + height)


def serve(orders, answers):
    while (order := orders.get()) is not None:
        function, arguments = order
        answers.put((function.__name__, arguments, function(*arguments)))


if __name__ == "__main__":
    orders, answers = Queue(), Queue()
    rooms = [(2, 3), (4, 5), (1, 9)]
    for room in rooms:
        orders.put((area, room))
        orders.put((outline, room))
    crew = [Process(target=serve, args=(orders, answers)) for _ in range(3)]
    for member in crew:
        member.start()
    for name, arguments, result in sorted(answers.get() for _ in range(2 * len(rooms))):
        print(f"{name}{arguments} = {result}")
    for _ in crew:
        orders.put(None)
    for member in crew:
        member.join()
    print([member.exitcode for member in crew])
