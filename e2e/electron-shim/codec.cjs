/**
 * Structured clone as text, with functions where the caller says how. The function below also runs in the page, as
 * text: it must not use anything from outside itself.
 */
function makeCodec() {
  const toText = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode.apply(null, bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const toBytes = (text) => {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  };
  const typeOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const refuse = () => {
    throw new TypeError('An object could not be cloned.');
  };

  /** Objects go into a table, so that what is shared or circular stays so; the rest stands where it is used. */
  const encode = (root, passFunction = refuse) => {
    const seen = new Map();
    const table = [];
    const entryOf = (value) => {
      const type = typeOf(value);
      if (typeof value === 'function') return ['function', passFunction(value)];
      if (Array.isArray(value)) return ['array', Array.from(value, write)];
      if (type === 'Date') return ['date', value.getTime()];
      if (type === 'RegExp') return ['regexp', value.source, value.flags];
      if (type === 'Map') return ['map', [...value].map(([k, v]) => [write(k), write(v)])];
      if (type === 'Set') return ['set', [...value].map(write)];
      if (type === 'ArrayBuffer') return ['buffer', toText(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        // Node's Buffer is a Uint8Array on the other side.
        return ['view', type, toText(bytes)];
      }
      if (type === 'Error' || value instanceof Error)
        return ['error', value.name, value.message, value.stack];
      if (type === 'Promise')
        return ['promise', passFunction((yes, no) => void value.then(yes, no))];
      return ['object', Object.keys(value).map((key) => [key, write(value[key])])];
    };
    const write = (value) => {
      if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
      if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { number: Object.is(value, -0) ? '-0' : String(value) };
      if (value === undefined) return { undefined: true };
      if (typeof value === 'bigint') return { bigint: String(value) };
      if (typeof value === 'symbol') return refuse();
      if (!seen.has(value)) {
        const id = table.length;
        seen.set(value, id);
        table.push(null);
        table[id] = entryOf(value);
      }
      return { at: seen.get(value) };
    };
    return JSON.stringify([write(root), table]);
  };

  const decode = (text, takeFunction = refuse) => {
    const [root, table] = JSON.parse(text);
    const made = new Map();
    const keep = (id, value) => {
      made.set(id, value);
      return value;
    };
    const build = (id) => {
      const [kind, first, second, third] = table[id];
      switch (kind) {
        case 'array': {
          const array = keep(id, []);
          for (const item of first) array.push(read(item));
          return array;
        }
        case 'object': {
          const object = keep(id, {});
          for (const [key, value] of first) object[key] = read(value);
          return object;
        }
        case 'map': {
          const map = keep(id, new Map());
          for (const [key, value] of first) map.set(read(key), read(value));
          return map;
        }
        case 'set': {
          const set = keep(id, new Set());
          for (const item of first) set.add(read(item));
          return set;
        }
        case 'date':
          return keep(id, new Date(first));
        case 'regexp':
          return keep(id, new RegExp(first, second));
        case 'buffer':
          return keep(id, toBytes(first).buffer);
        case 'view': {
          const bytes = toBytes(second);
          return keep(id, first === 'Uint8Array' ? bytes : new globalThis[first](bytes.buffer));
        }
        case 'error':
          return keep(id, Object.assign(new Error(second), { name: first, stack: third }));
        case 'function':
          return keep(id, takeFunction(first));
        case 'promise': {
          const settle = takeFunction(first);
          return keep(id, new Promise((yes, no) => void settle(yes, no)));
        }
        default:
          throw new Error(`electron-shim: ${kind} is no kind of value`);
      }
    };
    const read = (cell) => {
      if (cell === null || typeof cell !== 'object') return cell;
      if ('undefined' in cell) return undefined;
      if ('number' in cell) return Number(cell.number);
      if ('bigint' in cell) return BigInt(cell.bigint);
      return made.has(cell.at) ? made.get(cell.at) : build(cell.at);
    };
    return read(root);
  };
  return { encode, decode };
}

exports.codec = makeCodec();
exports.codecSource = `(${makeCodec})()`;
