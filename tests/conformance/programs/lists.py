a = [3, 1, 2]
a.append(5); a.extend([4, 4]); a.insert(0, 9)
print(a, len(a), a.index(5), a.count(4))
a.remove(4); print(a.pop(), a.pop(0), a)
a.sort(); print(a, sorted(a, reverse=True), list(reversed(a)))
b = a[:]; b[1:3] = [7, 8, 9]; print(a, b)
del b[0]; del b[-2:]; print(b)
b.clear(); print(b, [0] * 3, [[]] * 2)
print([1, 2] + [3], [1, 2] == [1, 2], [1, 2] < [1, 3], 2 in a)
words = ["pear", "fig", "banana", "kiwi"]
print(sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), max(words, key=len))
words.sort(key=str.lower, reverse=True); print(words)
print(list(enumerate("ab", 1)), list(zip([1, 2, 3], "xyz")), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
m = [[1, 2], [3, 4]]
print([row[1] for row in m], [x for row in m for x in row if x % 2], any([0, 1]), all([]))
