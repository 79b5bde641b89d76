class Animal:
    sound = "..."
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name} says {self.sound}"
class Dog(Animal):
    sound = "woof"
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + f" (age {self.age})"
print(Animal("x").speak(), Dog("rex").speak(), Puppy("bit", 1).speak())
print(isinstance(Puppy("a", 1), Animal), issubclass(Dog, Animal), issubclass(Animal, Dog))
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [k.__name__ for k in D.__mro__])
class Account:
    def __init__(self): self.__balance = 0
    def deposit(self, n): self.__balance += n; return self
    @property
    def balance(self): return self.__balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError("negative")
        self.__balance = v
acc = Account().deposit(5).deposit(7)
print(acc.balance); acc.balance = 3; print(acc.balance, acc._Account__balance)
try:
    acc.balance = -1
except ValueError as e:
    print("refused:", e)
