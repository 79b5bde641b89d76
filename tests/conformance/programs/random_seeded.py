import random
random.seed(42)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.choice("abc"))
items = list(range(8))
random.shuffle(items)
print(items, random.sample(range(100), 4), random.uniform(1, 2))
r = random.Random(7)
print(r.random(), r.randrange(10), r.getrandbits(16))
