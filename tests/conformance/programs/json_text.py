import json
for v in (None, True, 3, -2.5, 1e100, "a\"b\\c\n\té", "😀", [1, [2, []], {}], {"a": 1, "b": [True, None]}, (1, 2), {1: 2, None: 3, True: 4, 1.5: 1}):
    t = json.dumps(v); print(t, json.loads(t))
print(json.dumps({"b": 1, "a": [1, 2]}, indent=2, sort_keys=True)); print(json.dumps([1, {"x": 1}], separators=(",", ":")), json.dumps("é", ensure_ascii=False))
for t in ("", "{", "[1,]", "[1 2]", '{"a"}', '{a:1}', '"abc', "nul", "1 2", "01", '"\\x"', "-", "[", '{"a":1,}'):
    try: print(json.loads(t))
    except json.JSONDecodeError as e: print(t, e)
try: json.dumps({1, 2})
except TypeError as e: print(e)
try: json.dumps({(1, 2): 2})
except TypeError as e: print(e)
print(json.loads(' {"k" : [1.0, 2e3, -0, "\\u00e9\\ud83d\\ude00"] } '), json.loads(b'[1]'))
