import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 7), random.choice("abcdef"))
cards = list(range(10))
random.shuffle(cards)
print(cards, random.sample(range(100), 5), random.choices([1, 2, 3], k=4))
print(random.uniform(1, 2), random.gauss(0, 1), random.expovariate(2))
mine = random.Random("text")
print(mine.random(), mine.getrandbits(20))
